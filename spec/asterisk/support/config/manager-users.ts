export interface ManagerUser {
  readonly name: string;
  readonly secret: string;
  readonly read: string;
  readonly write: string;
  readonly settings?: readonly string[];
}

function user(
  name: string,
  secret: string,
  rights: Partial<Omit<ManagerUser, 'name' | 'secret'>> = {},
): ManagerUser {
  return { name, secret, read: 'all', write: 'all', ...rights };
}

/** Those who may log in to the servers, by the name a spec calls them. */
export const managerUsers = {
  admin: user('admin', 's3cret', { settings: ['writetimeout = 5000'] }),
  /** All rights; cut off when it reads slowly, after the 100 ms that Asterisk grants by default. */
  def: user('def', 'def'),
  callonly: user('callonly', 'callonly', { read: 'call', write: 'call' }),
  /** Refused whatever its secret, for the address it comes from. */
  acl: user('acl', 'acl', { settings: ['deny = 0.0.0.0/0.0.0.0'] }),
  single: user('single', 'single', { settings: ['allowmultiplelogin = no'] }),
  filtered: user('filtered', 'filtered', { settings: ['eventfilter = Event: UserEvent'] }),
  filtered2: user('filtered2', 'filtered2', { settings: ['eventfilter = !Event: VarSet'] }),
  /** Never told that the server is fully booted. */
  nosystem: user('nosystem', 'nosystem', { read: 'call,agent', write: 'call,originate' }),
  noread: user('noread', 'noread', { read: '' }),
  punctuated: user('two words', `p@ss:w/o %41 rd#1?&=+'"!`),
  nonAscii: user('jürgen', 'gehéim-日本'),
} as const;

export type ManagerUserName = keyof typeof managerUsers;
