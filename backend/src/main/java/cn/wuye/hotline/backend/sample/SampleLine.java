package cn.wuye.hotline.backend.sample;

/** A sentence with slots, and what it means. */
record SampleLine(String subcategory, String kind, String urgency, String text) {

  static SampleLine parse(String line) {
    String[] parts = line.split("\\|", 4);
    if (parts.length < 4) {
      throw new IllegalStateException("complaints.txt: four parts expected in '" + line + "'");
    }
    return new SampleLine(parts[0], parts[1], parts[2], parts[3]);
  }
}
