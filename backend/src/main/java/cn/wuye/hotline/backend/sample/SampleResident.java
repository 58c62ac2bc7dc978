package cn.wuye.hotline.backend.sample;

import java.util.List;
import java.util.Random;

/**
 * A made-up resident.
 *
 * @param dialect empty string: not known
 * @param phone one of 13800000001, 13800000002 …: numbers that the scripts of the test caller use
 */
record SampleResident(
    String name, String phone, String dialect, int birthYear, SampleDwelling home) {
  /** From here on nobody shares a number, and nobody is old enough to be rung through. */
  static final int ORDINARY_FROM = 999;

  /** One of so many shares number and home with the one before. */
  private static final int SHARES = 12;

  private static final String FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
  private static final String GIVEN =
      "桂英秀兰建国玉梅志强淑珍海燕德福春生丽华国庆小红文博子轩雨桐明辉素芬永康凤霞晓东佳怡浩然长根阿娣金宝雪梅卫民红军爱华立新";
  private static final List<String> DIALECTS =
      List.of("", "", "", "", "cmn", "cmn", "yue", "wuu", "nan", "hak", "cmn-SC");

  /**
   * The n-th resident, from 0; some live with the one before and have no telephone of their own.
   * The first lives where the shipped call scripts expect her: estate 0, 3号楼 2单元 502.
   */
  static SampleResident nth(int n, List<SampleResident> before, Random random) {
    String name = pick(FAMILY, 1, random) + pick(GIVEN, 2, random);
    String dialect = DIALECTS.get(random.nextInt(DIALECTS.size()));
    SampleDwelling anywhere = SampleDwelling.random(random);
    SampleDwelling home = n == 0 ? new SampleDwelling(0, "3号楼", "2单元", "502") : anywhere;
    String phone = Long.toString(13_800_000_001L + n);
    int born = birthYear(n);
    if (n < ORDINARY_FROM && n % SHARES == SHARES - 1) {
      SampleResident with = before.get(n - 1);
      return new SampleResident(name, with.phone(), dialect, born, with.home());
    }
    return new SampleResident(name, phone, n == 0 ? "cmn" : dialect, born, home);
  }

  // From the number alone: what is drawn for the rest of the world stays as it was.
  private static int birthYear(int n) {
    int spread = (int) Math.floorMod(n * 2_654_435_761L, 60L);
    return n < ORDINARY_FROM ? 1934 + spread : 1960 + spread % 45;
  }

  private static String pick(String from, int length, Random random) {
    int at = random.nextInt(from.length() / length) * length;
    return from.substring(at, at + length);
  }
}
