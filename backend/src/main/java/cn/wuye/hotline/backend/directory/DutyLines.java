package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.ivr.port.PhoneLine;
import java.util.List;

/** The phones of an estate, or of the company, in the order of ringing. */
record DutyLines(List<PhoneLine> serviceDesk, List<PhoneLine> onDuty) {
  static final DutyLines NONE = new DutyLines(List.of(), List.of());

  DutyLines {
    serviceDesk = List.copyOf(serviceDesk);
    onDuty = List.copyOf(onDuty);
  }
}
