package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.user.SignedInUser;

/** Estates as the addresses of pages name them. */
public final class SeenEstates {
  private SeenEstates() {}

  /**
   * The estate with this id.
   *
   * @throws NoSuchPage when it is not there for this user
   */
  public static Estate require(Estates estates, String id, SignedInUser me) {
    return EstateId.find(id)
        .filter(me.scope()::sees)
        .flatMap(estates::findById)
        .orElseThrow(() -> new NoSuchPage("estate " + id));
  }
}
