package cn.wuye.hotline.backend.token;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a token may be used for; never more than its owner may do herself. */
public enum Scope implements Coded {
  TICKETS_READ("tickets:read", false),
  TICKETS_WRITE("tickets:write", false),
  CALLS_READ("calls:read", false),
  RECORDINGS_READ("recordings:read", false),
  ESTATES_READ("estates:read", false),
  RESIDENTS_READ("residents:read", false),
  RESIDENTS_WRITE("residents:write", false),
  /** What has no scope of its own. */
  ADMIN("admin", true),
  /** The figures for monitoring. */
  METRICS("metrics", true);

  private final String code;
  private final boolean forAdministrators;

  Scope(String code, boolean forAdministrators) {
    this.code = code;
    this.forAdministrators = forAdministrators;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** Whether only the token of an administrator of the whole company may have it. */
  public boolean forAdministrators() {
    return forAdministrators;
  }
}
