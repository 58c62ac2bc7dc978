package cn.wuye.hotline.backend.resident;

import org.springframework.data.repository.ListCrudRepository;

interface ResidentRepository extends ListCrudRepository<Resident, Long> {}
