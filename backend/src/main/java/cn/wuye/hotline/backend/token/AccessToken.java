package cn.wuye.hotline.backend.token;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it; the secret is not in it.
 *
 * @param prefix the beginning of the secret
 * @param lastUsedAt to the minute; null when never
 */
public record AccessToken(
    long id,
    long userId,
    String name,
    String prefix,
    Set<Scope> scopes,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {
  public AccessToken {
    scopes = Set.copyOf(scopes);
  }
}
