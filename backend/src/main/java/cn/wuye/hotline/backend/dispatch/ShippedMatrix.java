package cn.wuye.hotline.backend.dispatch;

import cn.wuye.hotline.ivr.data.DataFile;

/** The responsibilities of the house, as they are shipped. */
public final class ShippedMatrix {
  private ShippedMatrix() {}

  /** Reads them. */
  public static ResponsibilityMatrix read() {
    DataFile file = DataFile.resource("/dispatch/matrix.yml");
    return new ResponsibilityMatrix(
        file.mappings("departments").stream()
            .map(each -> new Department(each.text("code"), each.text("zh"), each.text("en")))
            .toList(),
        file.mappings("responsibilities").stream()
            .map(
                each ->
                    new Responsibility(
                        each.text("category"),
                        each.text("subcategory", ""),
                        null,
                        each.text("lead"),
                        each.texts("helpers"),
                        each.text("third-party", "")))
            .toList());
  }
}
