package cn.wuye.hotline.backend.user;

import java.util.Set;

/**
 * A member of staff as kept in the database.
 *
 * @param passwordHash bcrypt with {bcrypt} in front
 * @param allEstates sees every estate, and tickets whose place is unknown
 * @param roles at least one
 * @param estateIds the estates assigned; without meaning with {@code allEstates}
 */
record StaffUser(
    long id,
    long version,
    String username,
    String displayName,
    String passwordHash,
    boolean enabled,
    boolean allEstates,
    Set<Role> roles,
    Set<Long> estateIds) {
  StaffUser {
    roles = Set.copyOf(roles);
    estateIds = Set.copyOf(estateIds);
  }

  /** Without the hash: this may reach a log. */
  @Override
  public String toString() {
    return username + " " + roles;
  }
}
