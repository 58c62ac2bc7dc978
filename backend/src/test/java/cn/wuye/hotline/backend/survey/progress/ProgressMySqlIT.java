package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class ProgressMySqlIT extends ProgressCases {}
