package cn.wuye.hotline.backend.equipment;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class EquipmentMySqlIT extends EquipmentCases {}
