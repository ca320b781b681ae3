import { names } from './table';

/** The edition of Windows as GetProductInfo numbers it. From winnt.h. */
export const sku = names('edition (PRODUCT_*)', [
  [0x01, 'PRODUCT_ULTIMATE', 'Windows Ultimate.'],
  [0x04, 'PRODUCT_ENTERPRISE', 'Windows Enterprise.'],
  [0x06, 'PRODUCT_BUSINESS', 'Windows Business.'],
  [0x07, 'PRODUCT_STANDARD_SERVER', 'Windows Server Standard.'],
  [0x08, 'PRODUCT_DATACENTER_SERVER', 'Windows Server Datacenter.'],
  [0x0c, 'PRODUCT_DATACENTER_SERVER_CORE', 'Windows Server Datacenter, core installation.'],
  [0x0d, 'PRODUCT_STANDARD_SERVER_CORE', 'Windows Server Standard, core installation.'],
  [0x1b, 'PRODUCT_ENTERPRISE_N', 'Windows Enterprise N.'],
  [0x30, 'PRODUCT_PROFESSIONAL', 'Windows Pro.'],
  [0x31, 'PRODUCT_PROFESSIONAL_N', 'Windows Pro N.'],
  [0x48, 'PRODUCT_ENTERPRISE_EVALUATION', 'Windows Enterprise, evaluation.'],
  [0x4f, 'PRODUCT_STANDARD_EVALUATION_SERVER', 'Windows Server Standard, evaluation.'],
  [0x50, 'PRODUCT_DATACENTER_EVALUATION_SERVER', 'Windows Server Datacenter, evaluation.'],
  [0x65, 'PRODUCT_CORE', 'Windows Home: it cannot join a domain (0xa8a NERR_PersonalSku).'],
  [0x79, 'PRODUCT_EDUCATION', 'Windows Education.'],
  [0x7d, 'PRODUCT_ENTERPRISE_S', 'Windows Enterprise LTSC.'],
  [0x81, 'PRODUCT_ENTERPRISE_S_EVALUATION', 'Windows Enterprise LTSC, evaluation.'],
  [0x8c, 'PRODUCT_ENTERPRISE_SUBSCRIPTION', 'Windows Enterprise by subscription.'],
  [0xa1, 'PRODUCT_PRO_WORKSTATION', 'Windows Pro for Workstations.'],
  [0xaf, 'PRODUCT_SERVERRDSH', 'Windows Enterprise multi-session.'],
  [0xbc, 'PRODUCT_IOTENTERPRISE', 'Windows IoT Enterprise.'],
]);
