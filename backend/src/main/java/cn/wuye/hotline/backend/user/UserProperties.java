package cn.wuye.hotline.backend.user;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of users and sign-in.
 *
 * @param adminPassword password of the first user {@code admin}, at most 72 bytes; only read while
 *     no user exists; empty: no first user is created
 */
@ConfigurationProperties("hotline.user")
record UserProperties(@DefaultValue("") String adminPassword) {
  @Override
  public String toString() {
    return "UserProperties[adminPassword=***]";
  }
}
