import { test } from "vitest";
import { READERS } from "../../src/readers/index.ts";
import { decode } from "../../src/readers/decode.ts";
const S="The harbour at Port Merrin reopened on Tuesday & nine days after the storm, “said” the mayor of the town. ";
const para=S.repeat(4).trim();
const esc=(t:string)=>t.replaceAll("&","&amp;").replaceAll("<","&lt;");
const N=1500;
const files: Record<string,string>={
 plain: (para+"\n\n").repeat(N),
 markdown: (esc(para)+" *very* [so](http://x)\n\n").repeat(N),
 html:"<html><body><article>"+("<p class='a'>"+esc(para)+" <b>so</b></p>\n").repeat(N)+"</article></body></html>",
 feed:"<rss><channel>"+Array.from({length:N},(_,i)=>`<item><title>${esc(S)}</title><guid>${i}</guid><description>${esc(esc("<p>")+esc(para)+"</p>")}</description></item>`).join("\n")+"</channel></rss>",
 jsonl:Array.from({length:N*2},(_,i)=>JSON.stringify({id:i,group:"g"+(i>>3),text:para,source:para,lang:"de-en"})).join("\n"),
};
files["feed-json"]=JSON.stringify({items:Array.from({length:N},(_,i)=>({id:""+i,title:S,content_html:"<p>"+esc(para)+"</p>\n<p>x</p>"}))});
const time=(name:string,text:string,f:()=>unknown)=>{f();const t=performance.now();const r=f() as any;const ms=performance.now()-t;console.log(name.padEnd(28),(text.length/1e6).toFixed(2)+" MB",ms.toFixed(0)+" ms",(text.length/1e3/ms).toFixed(1)+" MB/s", r?.kind==="problem"?JSON.stringify(r.problem):"");};
const by=(n:string)=>READERS.find(r=>r.name===n)!;
test("bench",()=>{
 for(const [k,t] of Object.entries(files)) time(k,t,()=>by(k.split("-")[0]!).read("a",t,{scope:"everything"}));
 time("html article (big)",files.html!,()=>by("html").read("a",files.html!,{scope:"article"}));
 const small="<html><body><nav>"+"<a href=x>menu</a> ".repeat(50)+"</nav><article>"+("<p class='a'>"+esc(para)+" <b>so</b></p>\n").repeat(30)+"</article></body></html>";
 time("html article (15k)",small,()=>by("html").read("a",small,{scope:"article"}));
 const b=Buffer.from(files.plain!); time("decode utf8",files.plain!,()=>decode("a",b));
 const c=Buffer.from(files.plain!.replaceAll("“","\x93").replaceAll("”","\x94"),"latin1"); time("decode legacy",files.plain!,()=>decode("a",c));
},600000);
const M=1_000_000;
const hostile: [string,string,string][]=[];
for (const [n,u] of [["words","word "],["letters","x"],["spaces"," "],["amp","&"],["lt","<"],["stars","*a **b "],["brackets","["],["ticks","`a``b "],["under","_a "],["quotegt",">"],["dash","- "],["img","!["],["pipe","|a"],["com","<!--"],["cd","<![CDATA["],["esc","\\"],["dot","."],["quote",'."'],["crlf","\r\n"],["nl","\n"],["anl","a\n"],["brk","](x)"],["ent","&amp; "],["tab","\t"],["bold","<b>"],["bp","<b></p>"],["ai","<a></i>"],["attr","<a b='"],["dl","a,\n"],["wrap","the quick brown fox jumps over the lazy dog and runs off,\n"],["rows","|a|b|\n"],["olist","1. a\n"],["br","<br>"],["h","# a\n"],["brt","a<br>"],["lb","(("],["angle","<a "],["sp2","a  \n"]] as [string,string][]) {
  for (const r of ["plain","markdown","html"]) hostile.push([r,n,u.repeat(Math.ceil(M/u.length))]);
}
const J=(t:string)=>`{"id":1,"text":${JSON.stringify(t)}}`;
hostile.push(["jsonl","quotes",J('"'.repeat(M))],["jsonl","deep",`{"id":1,"x":${"[".repeat(M)}${"]".repeat(M)},"text":"a"}`],["jsonl","keys",`{"id":1,"text":"a",${'"k":1,'.repeat(M/6)}"z":1}`]);
hostile.push(["feed","deep json",`{"items":${"[".repeat(M)}${"]".repeat(M)}}`],["feed","amp",`<rss><channel><item><title>${"&amp;".repeat(M/5)}</title></item></channel></rss>`],["feed","lt",`<rss><channel><item><description>${"&lt;b&gt;".repeat(M/9)}</description></item></channel></rss>`],["feed","desc",`<rss><channel><item><description>${"&lt;p&gt;a".repeat(M/9)}</description></item></channel></rss>`],["feed","many",`<rss><channel>${"<item/>".repeat(M/7)}</channel></rss>`],["feed","attrs",`<rss><channel a="${"x".repeat(M)}"/></rss>`],["feed","fields",`<rss><channel><item>${"<title>a</title>".repeat(M/16)}</item></channel></rss>`],["feed","amps bare",`<rss>${"& ".repeat(M/2)}</rss>`],["feed","cdata",`<rss><channel><item><title>${"<![CDATA[a]]>".repeat(M/13)}</title></item></channel></rss>`],["feed","long",`<rss><channel><item><title>${"x".repeat(M)}</title></item></channel></rss>`]);
test("hostile",()=>{
 for(const [r,n,t] of hostile){const s=performance.now();let note="";try{const x=by(r).read("a",t,{scope:"everything"});note=x.kind==="problem"?x.problem.what.slice(0,60):""}catch(e){note="THREW "+String(e).slice(0,100)}const ms=performance.now()-s; if(ms>400||note.startsWith("THREW"))console.log("HOSTILE",r,n,ms.toFixed(0),note);}
},600000);
