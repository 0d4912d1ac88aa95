/** How many buckets Asterisk has for the members of a queue, and for all queues. */
const buckets = { members: 37, queues: 53 };

/** Members in the order in which Asterisk walks its container: it tells and calls them so. */
export function inMemberOrder<T>(members: readonly T[], interfaceOf: (member: T) => string): T[] {
  return inOrder(members, (member) => hashOfInterface(interfaceOf(member)) % buckets.members);
}

/** Queues in the order in which Asterisk lists them. */
export function inQueueOrder<T>(queues: readonly T[], nameOf: (queue: T) => string): T[] {
  return inOrder(queues, (queue) => hashOfName(nameOf(queue)) % buckets.queues);
}

/** Within a bucket they stay as they came: the sort is stable. */
function inOrder<T>(all: readonly T[], bucketOf: (one: T) => number): T[] {
  return [...all].sort((one, other) => bucketOf(one) - bucketOf(other));
}

/** `member_hash_fn` of app_queue.c: the slash and the four characters after it, 6 bits each. */
function hashOfInterface(name: string): number {
  const start = Math.max(0, name.indexOf('/'));
  let hash = 0;
  for (let index = 0; index < 5 && start + index < name.length; index++) {
    hash = (hash + (compress(name.charCodeAt(start + index)) << (index * 6))) | 0;
  }
  return Math.abs(hash);
}

function compress(code: number): number {
  if (code < 32) return 0;
  return code > 96 ? code - 64 : code - 32;
}

/** `ast_str_case_hash` of strings.h. */
function hashOfName(name: string): number {
  let hash = 5381;
  for (const character of name.toLowerCase()) {
    hash = Math.imul(hash, 33) ^ character.charCodeAt(0);
  }
  return Math.abs(hash);
}
