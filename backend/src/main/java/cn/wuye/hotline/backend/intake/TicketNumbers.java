package cn.wuye.hotline.backend.intake;

/** Where the number of a new ticket comes from. Never waits long, never fails, never repeats. */
@FunctionalInterface
interface TicketNumbers {
  String next();
}
