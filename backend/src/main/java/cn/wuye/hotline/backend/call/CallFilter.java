package cn.wuye.hotline.backend.call;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which calls are wanted; null means any. */
public record CallFilter(
    @Nullable CallId id, @Nullable String sipCallId, @Nullable PhoneNumber caller) {

  void addTo(StringBuilder where, Map<String, Object> parameters) {
    if (id != null) {
      where.append(" AND c.call_id = :call");
      parameters.put("call", id.value());
    }
    if (sipCallId != null) {
      where.append(" AND c.sip_call_id = :sip");
      parameters.put("sip", sipCallId);
    }
    if (caller != null) {
      where.append(" AND c.caller = :caller");
      parameters.put("caller", caller.digits());
    }
  }

  void addBefore(CallRecord call, StringBuilder where, Map<String, Object> parameters) {
    where.append(
        " AND c.answered_at <= :before AND (c.answered_at < :before OR c.call_id < :beforeCall)");
    parameters.put("before", Utc.column(call.answeredAt()));
    parameters.put("beforeCall", call.id().value());
  }
}
