package cn.wuye.hotline.backend.token;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.CurrentStaff;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes tokens, looks them up and revokes them. Nothing is cached: each request asks anew. */
@Component
public class AccessTokens {
  private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);
  private static final Duration USE_IS_NOTED = Duration.ofMinutes(1);
  private static final int MOST_OF_ONE_USER = 50;

  private final TokenRows rows;
  private final CurrentStaff staff;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  AccessTokens(
      TokenRows rows, CurrentStaff staff, Transactions transactions, Audit audit, Clock clock) {
    this.rows = rows;
    this.staff = staff;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** How making a token ended. */
  public sealed interface Result {}

  /**
   * @param secret shown once, kept nowhere
   */
  public record Made(String secret) implements Result {
    @Override
    public String toString() {
      return "Made[***]";
    }
  }

  /**
   * @param errors field to message key
   */
  public record Wrong(Map<String, String> errors) implements Result {}

  /** The user's tokens that are not revoked, expired ones included, the newest first. */
  public List<AccessToken> of(SignedInUser owner) {
    return rows.of(owner.id());
  }

  public Result make(NewToken wanted, SignedInUser owner) {
    Map<String, String> errors = check(wanted, owner);
    if (!errors.isEmpty()) {
      return new Wrong(errors);
    }
    TokenSecret secret = TokenSecret.random();
    Instant now = Utc.now(clock);
    AccessToken token =
        new AccessToken(
            0,
            owner.id(),
            wanted.name(),
            secret.prefix(),
            wanted.scopes(),
            now,
            now.plus(Duration.ofDays(wanted.days())),
            null);
    transactions.run(
        () -> {
          rows.add(token, secret.hash());
          record(
              AuditAction.TOKEN_MADE,
              token,
              owner,
              Map.of("scopes", token.scopes().stream().map(Scope::code).sorted().toList()));
          return token;
        });
    log.info("token {} made by {}: {}", secret.prefix(), owner, wanted.scopes());
    return new Made(secret.text());
  }

  private Map<String, String> check(NewToken wanted, SignedInUser owner) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (wanted.name().isEmpty() || Text.length(wanted.name()) > NewToken.MAX_NAME) {
      errors.put("name", "tokens.error.name");
    }
    if (wanted.scopes().isEmpty()
        || (!owner.administersAll()
            && wanted.scopes().stream().anyMatch(Scope::forAdministrators))) {
      errors.put("scopes", "tokens.error.scopes");
    }
    if (wanted.days() < 1 || wanted.days() > NewToken.MAX_DAYS) {
      errors.put("days", "tokens.error.days");
    }
    if (errors.isEmpty() && of(owner).size() >= MOST_OF_ONE_USER) {
      errors.put("name", "tokens.error.tooMany");
    }
    return errors;
  }

  /** Ends one of the user's own tokens, on every node at once; false when there is none such. */
  public boolean revoke(long id, SignedInUser owner) {
    Optional<AccessToken> token = of(owner).stream().filter(each -> each.id() == id).findFirst();
    boolean revoked = token.isPresent() && transactions.run(() -> revoke(token.get(), owner));
    if (revoked) {
      log.info("token {} revoked by {}", id, owner);
    }
    return revoked;
  }

  private boolean revoke(AccessToken token, SignedInUser owner) {
    // Of two that revoke it at the same moment only one has done it.
    boolean revoked = rows.revoke(token.id(), owner.id(), Utc.now(clock));
    if (revoked) {
      record(AuditAction.TOKEN_REVOKED, token, owner, Map.of());
    }
    return revoked;
  }

  private void record(
      AuditAction action, AccessToken token, SignedInUser owner, Map<String, ?> more) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("name", token.name());
    details.putAll(more);
    audit.record(Audit.user(owner.getUsername()), action, "token:" + token.prefix(), details);
  }

  /** Who signs in with this secret, with the rights the user has now; empty when nobody may. */
  Optional<TokenAuthentication> signIn(String text) {
    TokenSecret secret = new TokenSecret(text);
    if (!secret.isWellFormed()) {
      return Optional.empty();
    }
    Instant now = Utc.now(clock);
    return rows.valid(secret.hash(), now)
        .flatMap(
            token ->
                staff
                    .mayWork(token.userId())
                    .map(
                        user -> {
                          noteUse(token, now);
                          return new TokenAuthentication(user, token);
                        }));
  }

  private void noteUse(AccessToken token, Instant now) {
    Instant last = token.lastUsedAt();
    Instant unlessAfter = now.minus(USE_IS_NOTED);
    if (last == null || last.isBefore(unlessAfter)) {
      rows.used(token.id(), now, unlessAfter);
    }
  }
}
