package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Who may change estates, residents and duty lists. */
public final class PlaceRights {
  private PlaceRights() {}

  /** Estates and residents, of those that are seen. */
  public static boolean edits(SignedInUser user) {
    return user.administers();
  }

  /** A new estate, which is in nobody's scope but that of all. */
  static boolean addsEstates(SignedInUser user) {
    return user.administersAll();
  }

  /**
   * A duty list: a dispatcher those of her own estates.
   *
   * @param estate null: the company-wide lists
   */
  static boolean editsDuty(SignedInUser user, @Nullable EstateId estate) {
    if (estate == null) {
      return user.administersAll();
    }
    return (user.administers() || user.roles().contains(Role.DISPATCHER))
        && user.scope().sees(estate);
  }

  public static void require(boolean right) {
    if (!right) {
      throw new AccessDeniedException("the role does not allow it");
    }
  }
}
