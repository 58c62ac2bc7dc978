package cn.wuye.hotline.backend.ticket;

/** Whose tickets are wanted. */
public sealed interface Concern {
  /** Those that somebody is responsible for. */
  record Owner(String login) implements Concern {}

  /** Those that a department leads. */
  record Department(String code) implements Concern {}
}
