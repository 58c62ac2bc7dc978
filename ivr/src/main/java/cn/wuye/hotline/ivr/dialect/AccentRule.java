package cn.wuye.hotline.ivr.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A difference of sound in Mandarin that speakers of a dialect do not make. */
public enum AccentRule {
  ZH_Z,
  CH_C,
  SH_S,
  N_L,
  R_L,
  /** Also hui/fei, hua/fa, huang/fang, hong/feng. */
  F_H,
  AN_ANG,
  EN_ENG,
  IN_ING;

  /** As it is written in data: {@code zh-z}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of a code. */
  static Optional<AccentRule> of(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
  }
}
