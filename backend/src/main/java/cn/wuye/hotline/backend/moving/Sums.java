package cn.wuye.hotline.backend.moving;

import java.util.Map;

/**
 * What the whole database holds, as a control before and after.
 *
 * @param total by code of the sheet
 * @param residents by the estate where they live now
 * @param ticketsByEstate by estate; the empty string for those without
 * @param ticketsByCategory by code
 */
public record Sums(
    Map<String, Long> total,
    Map<String, Long> residents,
    Map<String, Long> ticketsByEstate,
    Map<String, Long> ticketsByCategory) {
  static final Sums NONE = new Sums(Map.of(), Map.of(), Map.of(), Map.of());
}
