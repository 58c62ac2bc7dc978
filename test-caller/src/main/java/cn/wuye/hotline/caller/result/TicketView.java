package cn.wuye.hotline.caller.result;

/**
 * The ticket that came of a call, as the hotline's API shows it.
 *
 * @param place as it is displayed
 */
public record TicketView(
    String number,
    String channel,
    String kind,
    String category,
    String subcategory,
    String urgency,
    String place,
    String state,
    String text) {}
