package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class CampaignMySqlIT extends CampaignCases {}
