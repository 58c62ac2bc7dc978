package cn.wuye.hotline.backend.user;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds a user by name for Spring Security. */
@Component
class StaffUserDetails implements UserDetailsService {
  private final Users users;

  StaffUserDetails(Users users) {
    this.users = users;
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    return users
        .byUsername(username)
        .filter(user -> !user.roles().isEmpty())
        .map(SignedInUser::new)
        .orElseThrow(() -> new UsernameNotFoundException("no such user"));
  }
}
