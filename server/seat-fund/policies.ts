import type { Space, SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import type { FundPolicy, RevisedFundPolicy } from './contract.ts';
import type { createPolicyModel, PolicyDocument } from './model.ts';

/** A space that has set nothing withholds nothing: every seat is open, the fund shows what that costs. */
function openHanded({ seats }: Space): FundPolicy {
  return {
    share: 2000,
    seatCost: 800,
    coffeeCost: 80,
    lunchCost: 650,
    floor: seats.length,
    ceiling: seats.length,
    newcomerReserve: 0,
    amberDays: 20,
    greenDays: 60,
  };
}

/** The policies of spaces, each written over only on the revision that it was made on. */
export function createPolicies(Policies: ReturnType<typeof createPolicyModel>) {
  async function revisedPolicyOf(space: Space): Promise<RevisedFundPolicy> {
    const found = await Policies.findById(space.id).lean<PolicyDocument>();
    if (!found) return { ...openHanded(space), revision: 0 };
    const { _id, revision = 0, ...policy } = found;
    return { ...policy, revision };
  }

  async function policyOf(space: Space): Promise<FundPolicy> {
    const { revision: _at, ...policy } = await revisedPolicyOf(space);
    return policy;
  }

  /** Writes a policy over the one of a revision; `false` where it is on another by now. */
  async function replace(_id: SpaceId, { revision, ...policy }: RevisedFundPolicy): Promise<boolean> {
    const isAt = revision === 0 ? { revision: { $exists: false } } : { revision };
    const after = { $set: { ...policy, revision: revision + 1 } };
    try {
      const written = await Policies.updateOne({ _id, ...isAt }, after, { upsert: revision === 0 });
      return written.matchedCount + written.upsertedCount > 0;
    } catch (fault) {
      // The first policy of a space was written by somebody else at the same time.
      if (!isDuplicate(fault)) throw fault;
      return false;
    }
  }

  return {
    policyOf,
    revisedPolicyOf,
    replace,

    /** Gives a space that has none its first. */
    async open(_id: SpaceId, policy: FundPolicy): Promise<void> {
      await Policies.updateOne({ _id }, { $setOnInsert: { ...policy, revision: 1 } }, { upsert: true });
    },
  };
}
