package cn.wuye.hotline.backend.user;

import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Members of staff for tests. */
public final class Staff {
  /** Everybody's password. */
  public static final String PASSWORD = "test-secret-1";

  private Staff() {}

  /** Adds a user who sees these estates, or all when there are none given. */
  public static void add(
      ApplicationContext application, String username, Role role, Long... estates) {
    Users users = application.getBean(Users.class);
    if (users.byUsername(username).isPresent()) {
      return;
    }
    String hash = application.getBean(PasswordEncoder.class).encode(PASSWORD);
    users.add(
        new StaffUser(
            0,
            0,
            username,
            "测试" + username,
            hash == null ? "" : hash,
            true,
            estates.length == 0,
            Set.of(role),
            Set.of(estates)));
  }

  /** Somebody who is signed in and sees these estates, or all when there are none given. */
  public static SignedInUser signedIn(Role role, Long... estates) {
    return new SignedInUser(
        new StaffUser(
            1,
            0,
            role.code(),
            role.code(),
            "",
            true,
            estates.length == 0,
            Set.of(role),
            Set.of(estates)));
  }

  /** The same user as she is signed in. */
  public static SignedInUser signedIn(ApplicationContext application, String username, Role role) {
    add(application, username, role);
    return new SignedInUser(application.getBean(Users.class).byUsername(username).orElseThrow());
  }
}
