package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.user.SignedInUser;
import org.springframework.web.servlet.ModelAndView;

/** A part of the page of one estate that a feature adds. */
public interface EstatePart {
  /** Adds what its template needs. */
  void add(EstateId estate, SignedInUser reader, ModelAndView page);
}
