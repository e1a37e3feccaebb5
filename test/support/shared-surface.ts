/** What both the embedded store and MongoDB 8.0 do, and do alike: commands by their fields, operators by a worked case. */

type Fields = Record<string, unknown>;

/** Commands that may be sent, each with the fields that it may have. */
export const SHARED_COMMANDS: Readonly<Record<string, readonly string[]>> = {
  ping: [],
  endSessions: ['writeConcern'],
  find: ['filter', 'sort', 'projection', 'skip', 'limit', 'singleBatch', 'batchSize', 'maxTimeMS', 'hint'],
  getMore: ['collection', 'batchSize'],
  killCursors: ['cursors'],
  count: ['query', 'limit', 'skip'],
  distinct: ['key', 'query'],
  aggregate: ['pipeline', 'cursor', 'hint', 'maxTimeMS'],
  insert: ['documents', 'ordered'],
  update: ['updates', 'ordered'],
  delete: ['deletes', 'ordered'],
  findAndModify: ['query', 'update', 'remove', 'new', 'upsert', 'fields', 'sort', 'arrayFilters'],
  createIndexes: ['indexes'],
  dropIndexes: ['index'],
  listIndexes: ['cursor'],
  listCollections: ['filter', 'nameOnly', 'cursor'],
  create: [],
  drop: [],
  dropDatabase: [],
};

/** Statements within commands, each with the fields that it may have. */
export const SHARED_STATEMENTS: Readonly<Record<string, readonly string[]>> = {
  'update.updates': ['q', 'u', 'upsert', 'multi', 'arrayFilters'],
  'delete.deletes': ['q', 'limit'],
  // Keys ascend or descend: text, geo, hashed and wildcard keys are refused by the store.
  index: ['key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds', 'background'],
};

/** Four seats for the filters and the pipelines: numbers, text, a list, a list of documents, null and missing. */
export const SEATS: readonly Fields[] = [
  { _id: 1, n: 1, name: 'Oak', tags: ['sun', 'quiet'], visits: [{ by: 'mai', h: 2 }], until: null },
  {
    _id: 2,
    n: 2,
    name: 'oak',
    tags: ['sun'],
    visits: [
      { by: 'mai', h: 1 },
      { by: 'sam', h: 5 },
    ],
  },
  { _id: 3, n: 3, name: 'Elm', tags: [], visits: [], until: 7 },
  { _id: 4, name: 'Ash' },
];

/** Filters over `SEATS`: which they find, as MongoDB's manual says they must. */
export const SHARED_FILTERS: readonly { filter: Fields; finds: number[]; because: string }[] = [
  { filter: { n: { $eq: 2 } }, finds: [2], because: 'a value equals itself' },
  { filter: { n: { $ne: 2 } }, finds: [1, 3, 4], because: 'what is missing differs from every value' },
  { filter: { n: { $gt: 2 } }, finds: [3], because: 'what is missing is not greater' },
  { filter: { n: { $gte: 2 } }, finds: [2, 3], because: 'the end belongs to it' },
  { filter: { n: { $lt: 2 } }, finds: [1], because: 'what is missing is not less' },
  { filter: { n: { $lte: 2 } }, finds: [1, 2], because: 'the end belongs to it' },
  { filter: { until: { $in: [null, 9] } }, finds: [1, 2, 4], because: 'null stands for missing too' },
  { filter: { tags: { $nin: ['quiet'] } }, finds: [2, 3, 4], because: 'no element may be among them' },
  { filter: { until: { $exists: true } }, finds: [1, 3], because: 'null is there' },
  { filter: { n: { $not: { $gt: 1 } } }, finds: [1, 4], because: 'a denial holds for what is missing' },
  { filter: { $and: [{ n: 1 }, { tags: 'sun' }] }, finds: [1], because: 'both have to hold' },
  { filter: { $or: [{ n: 1 }, { name: 'Ash' }] }, finds: [1, 4], because: 'one has to hold' },
  { filter: { $nor: [{ n: 1 }, { name: 'Ash' }] }, finds: [2, 3], because: 'none may hold' },
  { filter: { tags: { $all: ['quiet', 'sun'] } }, finds: [1], because: 'all of them, in any order' },
  { filter: { tags: { $size: 0 } }, finds: [3], because: 'what is missing has no size' },
  {
    filter: { visits: { $elemMatch: { by: 'mai', h: { $gt: 1 } } } },
    finds: [1],
    because: 'one element has to satisfy both',
  },
  {
    filter: { name: { $regex: '^o', $options: 'i' } },
    finds: [1, 2],
    because: 'a pattern, whatever the case',
  },
  { filter: { until: { $type: 'number' } }, finds: [3], because: 'null is no number' },
  {
    filter: { $expr: { $gt: ['$until', '$n'] } },
    finds: [3],
    because: 'null sorts below every number',
  },
];

/** Updates of one document, and what it is then. */
export const SHARED_UPDATES: readonly { before: Fields; update: Fields | Fields[]; after: Fields }[] = [
  { before: { n: 1 }, update: { $set: { 'a.b': 2 } }, after: { n: 1, a: { b: 2 } } },
  { before: { n: 1, m: 2 }, update: { $unset: { n: '', none: '' } }, after: { m: 2 } },
  { before: { n: 1 }, update: { $inc: { n: 2, m: 1 } }, after: { n: 3, m: 1 } },
  { before: { n: 3 }, update: { $mul: { n: 2, m: 2 } }, after: { n: 6, m: 0 } },
  { before: { n: 3 }, update: { $min: { n: 2, m: 2 } }, after: { n: 2, m: 2 } },
  { before: { n: 3 }, update: { $max: { n: 2, m: 2 } }, after: { n: 3, m: 2 } },
  { before: { n: 3 }, update: { $setOnInsert: { n: 4 } }, after: { n: 3 } },
  { before: { n: 3 }, update: { $rename: { n: 'm' } }, after: { m: 3 } },
  {
    before: { a: [1] },
    update: { $push: { a: { $each: [3, 2], $sort: 1, $slice: -2 } } },
    after: { a: [2, 3] },
  },
  { before: { a: [1] }, update: { $push: { a: { $each: [2], $position: 0 } } }, after: { a: [2, 1] } },
  { before: { a: [1] }, update: { $addToSet: { a: { $each: [1, 2] } } }, after: { a: [1, 2] } },
  { before: { a: [1, 5, 2] }, update: { $pull: { a: { $gte: 2 } } }, after: { a: [1] } },
  {
    before: { a: [{ b: 1 }, { b: 2 }, { b: 3 }] },
    update: { $pull: { a: { b: { $in: [1, 3] } } } },
    after: { a: [{ b: 2 }] },
  },
  { before: { a: [1, 2, 1] }, update: { $pullAll: { a: [1] } }, after: { a: [2] } },
  { before: { a: [1, 2] }, update: { $pop: { a: -1 } }, after: { a: [2] } },
  { before: { n: 1 }, update: [{ $set: { m: { $add: ['$n', 1] } } }, { $unset: 'n' }], after: { m: 2 } },
];

/** Pipelines over `SEATS`, and all that they give. */
export const SHARED_PIPELINES: readonly { pipeline: Fields[]; gives: Fields[] }[] = [
  {
    pipeline: [
      { $match: { n: { $gte: 2 } } },
      { $sort: { n: -1 } },
      { $skip: 1 },
      { $limit: 1 },
      { $project: { n: 1 } },
    ],
    gives: [{ _id: 2, n: 2 }],
  },
  {
    pipeline: [
      {
        $group: {
          _id: null,
          sum: { $sum: '$n' },
          mean: { $avg: '$n' },
          least: { $min: '$n' },
          most: { $max: '$n' },
        },
      },
    ],
    gives: [{ _id: null, sum: 6, mean: 2, least: 1, most: 3 }],
  },
  {
    pipeline: [
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: null,
          first: { $first: '$name' },
          last: { $last: '$name' },
          all: { $push: '$n' },
          some: { $addToSet: '$until' },
        },
      },
    ],
    gives: [{ _id: null, first: 'Oak', last: 'Ash', all: [1, 2, 3], some: [null, 7] }],
  },
  {
    pipeline: [{ $unwind: '$visits' }, { $match: { 'visits.by': 'mai' } }, { $count: 'visits' }],
    gives: [{ visits: 2 }],
  },
  {
    pipeline: [
      { $match: { _id: 4 } },
      {
        $set: {
          n: { $ifNull: ['$n', 0] },
          few: { $cond: [{ $lt: ['$n', 2] }, 'few', 'many'] },
          tags: { $size: { $ifNull: ['$tags', []] } },
        },
      },
    ],
    gives: [{ _id: 4, name: 'Ash', n: 0, few: 'few', tags: 0 }],
  },
];
