package cn.wuye.hotline.backend.estate;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

/** The estates served. */
public interface Estates extends ListCrudRepository<Estate, EstateId> {
  /** In the order their keys are read out. */
  List<Estate> findAllByOrderByPositionAscIdAsc();
}
