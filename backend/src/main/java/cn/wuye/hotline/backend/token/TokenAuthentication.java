package cn.wuye.hotline.backend.token;

import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody's program: her rights of now, within the token's scopes. Lives for one request. */
final class TokenAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final SignedInUser user;
  private final long tokenId;
  private final transient Set<Scope> scopes;

  TokenAuthentication(SignedInUser user, AccessToken token) {
    super(user.getAuthorities());
    this.user = user;
    this.tokenId = token.id();
    this.scopes = token.scopes();
    setAuthenticated(true);
  }

  boolean has(Scope scope) {
    return scopes.contains(scope);
  }

  /** The token, not its owner alone: each has its own allowance of requests. */
  @Override
  public String getName() {
    return user.getUsername() + " token " + tokenId;
  }

  @Override
  public SignedInUser getPrincipal() {
    return user;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenAuthentication token && token.tokenId == tokenId;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(tokenId);
  }
}
