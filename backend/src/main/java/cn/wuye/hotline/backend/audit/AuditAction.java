package cn.wuye.hotline.backend.audit;

/**
 * What was done. A feature may use a code of its own; those known here have a name in the message
 * bundles ({@code audit.action.<code>}).
 *
 * @param code lower case letters, digits, '-' and '.', at most 40: {@code user.changed}
 */
public record AuditAction(String code) {
  public static final AuditAction SIGNED_IN = new AuditAction("sign-in.succeeded");
  public static final AuditAction SIGN_IN_FAILED = new AuditAction("sign-in.failed");
  public static final AuditAction SIGNED_OUT = new AuditAction("sign-out");
  public static final AuditAction USER_ADDED = new AuditAction("user.added");
  public static final AuditAction USER_CHANGED = new AuditAction("user.changed");
  public static final AuditAction PASSWORD_CHANGED = new AuditAction("user.password-changed");
  public static final AuditAction FILTER_SHARED = new AuditAction("filter.shared");
  public static final AuditAction FILTER_REMOVED = new AuditAction("filter.removed");
  public static final AuditAction RECORDING_PLAYED = new AuditAction("recording.played");
  public static final AuditAction RESIDENT_READ = new AuditAction("resident.read");
  public static final AuditAction SETTING_CHANGED = new AuditAction("setting.changed");
  public static final AuditAction PROMPT_REPLACED = new AuditAction("prompt.replaced");
  public static final AuditAction PROMPT_REMOVED = new AuditAction("prompt.removed");
  public static final AuditAction WORDING_LIVE = new AuditAction("wording.live");
  public static final AuditAction WORDING_TAKEN_BACK = new AuditAction("wording.taken-back");
  public static final AuditAction WORDING_DISCARDED = new AuditAction("wording.discarded");
  public static final AuditAction TOKEN_MADE = new AuditAction("token.made");
  public static final AuditAction TOKEN_REVOKED = new AuditAction("token.revoked");
  public static final AuditAction MODEL_ACTIVATED = new AuditAction("model.activated");
  public static final AuditAction MODEL_DEACTIVATED = new AuditAction("model.deactivated");
  public static final AuditAction MODEL_REMOVED = new AuditAction("model.removed");
  public static final AuditAction EXPORTED = new AuditAction("export");

  public AuditAction {
    if (!code.matches("[a-z0-9.-]{1,40}")) {
      throw new IllegalArgumentException("not an action: '" + code + "'");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
