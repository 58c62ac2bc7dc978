package cn.wuye.hotline.backend.user;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Members of staff with the rights they have at this moment, whatever they had at sign-in. */
@Component
public class CurrentStaff {
  private final Users users;

  CurrentStaff(Users users) {
    this.users = users;
  }

  /** The user, unless she is gone, disabled or without a role. */
  public Optional<SignedInUser> mayWork(long id) {
    return users
        .byId(id)
        .filter(user -> user.enabled() && !user.roles().isEmpty())
        .map(
            user -> {
              SignedInUser now = new SignedInUser(user);
              now.eraseCredentials();
              return now;
            });
  }
}
