import type { Family } from './family.ts'

/** Scales and values that medicine and care call by the same letters everywhere. */
const SCALES =
  'adl,iadl,mmse,moca,epds,barthel,braden,waterlow,phq,phq 2,phq 9,phq9,gad7,gad 7,hamd,hama,scl90,scl 90,bprs,panss,ybocs,madrs,bdi,bai,pcl5,nihss,apgar,gcs,nyha,asa score,asa class,asa grade,tinetti,katz,lawton,zarit,psqi,womac,oswestry,hba1c,egfr,tsh,crp,hdl,ldl,bmi,bsa,fev1,rass,qtc,kps,ecog,edss,updrs,vas pain,nrs pain,mna score,must score,cdr score,gds score,sas score,sds score,sf36,sf 36,eq5d,eq 5d,wbc,rbc,hgb,hbsag,hiv,hpv,hcv,amh,fsh,lvef,intraocular pressure,snellen,cvp,mews,news2,sofa score,pews,cage score,audit score,dass,k10,isi score,stop bang,epworth,dlqi,haq,das28,basdai,moca score,norton,morse'

/** Letters that mean something else as well, so that only the number beside them makes them a scale. */
const BESIDE_A_SCORE = 'gds,sas,sds,vas,nrs,mna,cdr,morse,norton,fim,nrs2002,cnaq,npi,must'.split(',')
const IN_ALL = ['total', 'severity', 'result', 'band']
const SCORES = ['评分', '得分', '分值', '量表', '总分', '点数', '점수']

export const scales: Family = {
  en: {
    'health-data': [
      SCALES,
      ...SCALES.split(',').flatMap((scale) => IN_ALL.map((head) => `${scale} ${head}`)),
    ].join(','),
  },
  zh: {
    'health-data': BESIDE_A_SCORE.flatMap((scale) => SCORES.map((score) => `${scale}${score}`)).join(','),
  },
}
