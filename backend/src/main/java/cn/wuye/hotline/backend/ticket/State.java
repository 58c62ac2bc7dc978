package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a ticket stands. What leads from one to the next is in {@link Transitions}. */
public enum State implements Coded {
  /** 提交: nobody has taken it yet. */
  NEW("new"),
  /** 受理: somebody by name is responsible. */
  ACCEPTED("accepted"),
  /** 派单: a crew or third party has the job. */
  DISPATCHED("dispatched"),
  /** 处理: the work has begun. */
  IN_PROGRESS("in-progress"),
  /** 已解决: done in the eyes of those who did it. */
  SOLVED("solved"),
  /** 回访: the resident is being asked. */
  CALLBACK("callback"),
  /** 归档. */
  ARCHIVED("archived"),
  /** 非物业职责: explained with the rule; the resident is asked all the same. */
  NOT_OUR_DUTY("not-our-duty"),
  /** 未证实. */
  NOT_CONFIRMED("not-confirmed"),
  /** 撤销 by the reporter. */
  WITHDRAWN("withdrawn"),
  /** 重复: another ticket carries on. */
  DUPLICATE("duplicate");

  /** In which there is still something to do: not finished in the eyes of the house. */
  public static final Set<State> OPEN =
      Collections.unmodifiableSet(EnumSet.of(NEW, ACCEPTED, DISPATCHED, IN_PROGRESS));

  private final String code;

  State(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
