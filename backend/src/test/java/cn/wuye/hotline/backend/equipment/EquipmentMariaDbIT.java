package cn.wuye.hotline.backend.equipment;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class EquipmentMariaDbIT extends EquipmentCases {}
