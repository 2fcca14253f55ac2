import { nameKey } from './fold';

/** Headers that name nothing a clause asks for, but that belong to tables of enterprises. */

const SERIAL = /^(?:序号|行号|编号|顺序号|序|号|no|number|serialno|serialnumber|sn|id|项次|行次)$/;

const NOTE =
  /(?:备注|说明|联系人|联系电话|联系方式|负责人|电话|手机|传真|邮箱|邮编|邮政编码|地址|住所|法定代表人|法人代表|法人姓名|经办人|填表人|填报人|审核人|开户行|开户银行|银行账户|账号|帐号|账户|身份证|网址|附件|材料|盖章|签字|签名|remarks?|notes?|comments?|phone|tel|mobile|contact|address|e-?mail|fax)/;

/** Columns by which a table may be grouped. */
const PLACE =
  /(?:街道|乡镇|社区|县区|县\(市\)区|县（市）区|县市区|所在区|区县|属地|辖区|园区|片区|地区|所属区域|区域|行政区划|district|subdistrict|street|county|region)/;

export type PlainHeader = 'serial' | 'note' | 'place';

/** Whether a header is one of those (in either of two languages); an indicator's name goes before. */
export function plainHeader(text: string): PlainHeader | null {
  const kind = plainPart(text);
  if (kind !== null) return kind;
  const parts = text.split(/[\n/]|(?<=[A-Za-z.]) *(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) *(?=[A-Za-z])/);
  return parts.length < 2 ? null : (parts.map(plainPart).find((part) => part !== null) ?? null);
}

function plainPart(text: string): PlainHeader | null {
  const key = nameKey(text);
  if (SERIAL.test(key) || text.trim() === '#') return 'serial';
  if (NOTE.test(key) && key.length <= 14) return 'note';
  return PLACE.test(key) && key.length <= 12 ? 'place' : null;
}
