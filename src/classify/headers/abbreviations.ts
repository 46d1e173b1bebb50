/** How databases shorten the words that columns are called by; only where the short form says nothing by itself. */
const LONG = new Map(
  'nm:name,cd:code,dt:date,amt:amount,addr:address,ph:phone,desc:description,dsc:description,sts:status,stat:status,mbr:member,cust:customer,clnt:client,emp:employee,mgr:manager,pat:patient,pt:patient,doc:doctor,prod:product,cat:category,txn:transaction,trx:transaction,sal:salary,acct:account,acc:account,diag:diagnosis,dx:diagnosis,rx:prescription,ins:insurance,emerg:emergency,emer:emergency,guar:guardian,recv:recipient,rcvr:recipient,mob:mobile,nat:national,ln:line,fst:first,lst:last,mid:middle,brth:birth,yr:year,mo:month,loc:location,dept:department,org:organization,co:company,vend:vendor,supp:supplier,inv:invoice,ord:order,pmt:payment,pymt:payment,bal:balance,pwd:password,usr:user,grp:group,typ:type,ctry:country,prov:province,dist:district,zipcd:zip,med:medical,hx:history,alrg:allergy,appt:appointment,phys:physician,spec:special,lang:language,ethn:ethnicity,rel:relationship,edu:education,occ:occupation,nbr:number,num:number,no:number,nr:number'
    .split(',')
    .map((pair) => pair.split(':') as [string, string]),
)

/** The tokens with their short forms written out; undefined where there are none. */
export function writeOut(tokens: readonly string[]): string[] | undefined {
  const long = tokens.map((token) => LONG.get(token) ?? token)
  return tokens.some((token) => LONG.has(token)) ? long : undefined
}
