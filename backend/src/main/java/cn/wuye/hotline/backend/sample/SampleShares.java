package cn.wuye.hotline.backend.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How often each sub-category comes up. The shares that the trade reports (they add up to 100 %)
 * make 98 % of the tickets; what it reports no share for makes the rest.
 */
final class SampleShares {
  private static final double REPORTED = 0.98;

  private static final Map<String, Double> PERCENT = new LinkedHashMap<>();

  static {
    PERCENT.put("lift", 12.3);
    PERCENT.put("water-power", 10.8);
    PERCENT.put("public-fixtures", 9.4);
    PERCENT.put("attitude", 15.2);
    PERCENT.put("slow-response", 8.7);
    PERCENT.put("buck-passing", 4.4);
    PERCENT.put("cleaning", 9.1);
    PERCENT.put("greening", 5.8);
    PERCENT.put("rubbish", 3.8);
    PERCENT.put("access-control", 5.2);
    PERCENT.put("fire-hazard", 4.1);
    PERCENT.put("theft", 3.1);
    PERCENT.put("management-fee", 3.5);
    PERCENT.put("parking", 2.8);
    PERCENT.put("shared-costs", 1.8);
  }

  private static final List<String> UNREPORTED =
      List.of(
          "noise",
          "leak",
          "pets",
          "noise",
          "smoke-odour",
          "illegal-building",
          "owners-committee",
          "parking-disorder",
          "noise",
          "other",
          "deposit-decoration",
          "leak");

  private SampleShares() {}

  /** The sub-categories of {@code count} tickets: exact shares in random order. */
  static List<String> subcategories(int count, Random random) {
    List<String> all = new ArrayList<>();
    double owed = 0;
    for (Map.Entry<String, Double> share : PERCENT.entrySet()) {
      owed += share.getValue() / 100 * REPORTED * count;
      int whole = (int) Math.round(owed);
      owed -= whole;
      all.addAll(Collections.nCopies(whole, share.getKey()));
    }
    for (int n = 0; all.size() < count; n++) {
      all.add(UNREPORTED.get(n % UNREPORTED.size()));
    }
    Collections.shuffle(all, random);
    return all;
  }
}
