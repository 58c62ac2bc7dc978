package cn.wuye.hotline.backend.dispatch;

import cn.wuye.hotline.backend.estate.EstateId;

/**
 * Where somebody is, as far as is known: in an estate, perhaps in which building. No more is asked.
 *
 * @param building as its estate calls it; empty string when it is not known
 */
public record Whereabouts(EstateId estate, String estateName, String building) {
  /** How near that is to a job. */
  Nearness to(Job job) {
    if (!estate.equals(job.estate())) {
      return Nearness.ELSEWHERE;
    }
    return !building.isEmpty() && building.equals(job.building())
        ? Nearness.SAME_BUILDING
        : Nearness.SAME_ESTATE;
  }

  /** In words, for those in the same estate: 3号楼. */
  public String here() {
    return building.isEmpty() ? estateName : building;
  }

  /** In words: 阳光花园 3号楼. */
  public String words() {
    return building.isEmpty() ? estateName : estateName + " " + building;
  }
}
