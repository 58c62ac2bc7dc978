package cn.wuye.hotline.backend.estate;

import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The estates served. */
public interface Estates extends ListCrudRepository<Estate, EstateId>, EstatesInOrder {
  /** One statement, no transaction of its own: asked for each ticket. */
  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  boolean existsById(EstateId id);
}
