package cn.wuye.hotline.backend.user;

import cn.wuye.hotline.backend.database.SchemaReady;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Creates the first login where there is none: the user {@code admin} with every right. */
@Component
class FirstAdmin {
  static final String USERNAME = "admin";
  private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

  private final Users users;
  private final PasswordEncoder passwords;
  private final UserProperties properties;

  FirstAdmin(Users users, PasswordEncoder passwords, UserProperties properties) {
    this.users = users;
    this.passwords = passwords;
    this.properties = properties;
  }

  @EventListener
  @Order(10)
  void create(SchemaReady now) {
    try {
      createIfNone();
    } catch (DuplicateKeyException otherNode) {
      log.info("the first user was created by another node at the same moment");
    } catch (DataAccessException away) {
      log.warn(
          "cannot look for the first user ({}); calls are served, a later start creates it",
          away.getMostSpecificCause().getMessage());
    }
  }

  private void createIfNone() {
    if (!users.none()) {
      return;
    }
    String password = properties.adminPassword();
    if (password.isEmpty()) {
      log.warn(
          "no user exists and HOTLINE_ADMIN_PASSWORD is not set: nobody can sign in to the console;"
              + " set it and start again");
      return;
    }
    String hash = passwords.encode(password);
    users.add(
        new StaffUser(
            0,
            0,
            USERNAME,
            "系统管理员",
            hash == null ? "" : hash,
            true,
            true,
            Set.of(Role.ADMIN),
            Set.of()));
    log.info("first user '{}' created; its password is HOTLINE_ADMIN_PASSWORD", USERNAME);
  }
}
