import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { openTestStore, type StoreFixture } from './store-fixture.ts';

describe('mongoose on the embedded store', () => {
  let fixture: StoreFixture;
  let connection: mongoose.Connection;
  before(async () => {
    fixture = await openTestStore();
    connection = await mongoose.createConnection(fixture.store.uri('town')).asPromise();
    Person = makeModel();
    await Person.init();
  });
  after(async () => {
    await connection.close();
    await fixture.close();
  });

  const personSchema = new mongoose.Schema(
    {
      name: { type: String, required: true },
      skills: [{ skill: String, weight: Number }],
      host: { type: mongoose.Schema.Types.ObjectId, ref: 'Person' },
      meta: Map,
    },
    { timestamps: true, optimisticConcurrency: true, strict: 'throw', strictQuery: 'throw' },
  );
  personSchema.index({ name: 1 }, { unique: true });

  const makeModel = () => connection.model('Person', personSchema);
  let Person: ReturnType<typeof makeModel>;
  beforeEach(async () => {
    await Person.deleteMany({});
  });

  it('makes the schema’s indexes, and agrees that they are in step', async () => {
    const difference = await Person.diffIndexes();

    assert.deepEqual(difference, { toDrop: [], toCreate: [] });
    assert.deepEqual(
      (await Person.listIndexes()).map(({ name }: { name?: string }) => name),
      ['_id_', 'name_1'],
    );
  });

  it('saves only when nobody else has saved since', async () => {
    await Person.create({ name: 'Ada', skills: [{ skill: 'sql', weight: 1 }] });
    const [one, two] = [await Person.findOne({ name: 'Ada' }), await Person.findOne({ name: 'Ada' })];

    one?.set('skills.0.weight', 2);
    await one?.save();
    two?.set('skills.0.weight', 3);

    await assert.rejects(two?.save() ?? Promise.resolve(), mongoose.Error.VersionError);
    assert.equal((await Person.findOne({ name: 'Ada' }).lean())?.skills[0]?.weight, 2);
  });

  it('populates, updates an element of an array by position and by filter, and counts', async () => {
    const host = await Person.create({ name: 'Host' });
    await Person.create({
      name: 'Ada',
      host: host._id,
      skills: [
        { skill: 'sql', weight: 1 },
        { skill: 'css', weight: 1 },
      ],
    });

    await Person.updateOne({ name: 'Ada', 'skills.skill': 'css' }, { $set: { 'skills.$.weight': 5 } });
    await Person.updateOne(
      { name: 'Ada' },
      { $inc: { 'skills.$[s].weight': 1 } },
      { arrayFilters: [{ 's.skill': 'sql' }] },
    );

    const ada = await Person.findOne({ name: 'Ada' }).populate<{ host: { name: string } }>('host').lean();
    assert.equal(ada?.host.name, 'Host');
    assert.deepEqual(
      ada?.skills.map(({ skill, weight }) => [skill, weight]),
      [
        ['sql', 2],
        ['css', 5],
      ],
    );
    assert.equal(await Person.countDocuments({ skills: { $elemMatch: { skill: 'css', weight: 5 } } }), 1);
  });

  it('reads a cursor to its end and writes in bulk', async () => {
    await Person.insertMany(Array.from({ length: 300 }, (_, i) => ({ name: `p${i}`, skills: [] })));

    let seen = 0;
    for await (const person of Person.find().lean().cursor({ batchSize: 40 })) seen += person.name ? 1 : 0;
    const result = await Person.bulkWrite([
      { updateMany: { filter: { name: /^p1/ }, update: { $set: { skills: [] } } } },
      { deleteOne: { filter: { name: 'p0' } } },
      { updateOne: { filter: { name: 'new' }, update: { $set: { skills: [] } }, upsert: true } },
    ]);

    assert.equal(seen, 300);
    assert.deepEqual([result.matchedCount, result.deletedCount, result.upsertedCount], [111, 1, 1]);
  });
});
