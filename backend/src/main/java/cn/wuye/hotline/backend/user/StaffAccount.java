package cn.wuye.hotline.backend.user;

import java.util.Set;

/**
 * A member of staff as an administrator sees and changes them; no password in it.
 *
 * @param id 0 for one who is not there yet
 * @param version what the administrator had before her
 * @param allEstates sees every estate, and tickets whose place is unknown
 */
public record StaffAccount(
    long id,
    long version,
    String username,
    String displayName,
    boolean enabled,
    boolean allEstates,
    Set<Role> roles,
    Set<Long> estateIds) {
  static StaffAccount of(StaffUser user) {
    return new StaffAccount(
        user.id(),
        user.version(),
        user.username(),
        user.displayName(),
        user.enabled(),
        user.allEstates(),
        user.roles(),
        user.estateIds());
  }
}
