package cn.wuye.hotline.backend.token;

import java.util.Set;

/**
 * A token that somebody wants.
 *
 * @param name what it is for, 1–60 characters
 * @param days how long it is valid, 1–366
 */
public record NewToken(String name, Set<Scope> scopes, int days) {
  /** A year. */
  public static final int MAX_DAYS = 366;

  static final int MAX_NAME = 60;

  public NewToken {
    name = name.strip();
    scopes = Set.copyOf(scopes);
  }
}
