using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Site.Core.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Services : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "umbracoExternalLogin",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    userOrMemberKey = table.Column<Guid>(type: "uuid", nullable: false),
                    loginProvider = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    providerKey = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    createDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    userData = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoExternalLogin", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "umbracoLongRunningOperation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    result = table.Column<string>(type: "text", nullable: true),
                    createDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updateDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expirationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoLongRunningOperation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "umbracoTwoFactorLogin",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    userOrMemberKey = table.Column<Guid>(type: "uuid", nullable: false),
                    providerName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    secret = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoTwoFactorLogin", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUser2NodeNotify",
                columns: table => new
                {
                    userId = table.Column<int>(type: "integer", nullable: false),
                    nodeId = table.Column<int>(type: "integer", nullable: false),
                    action = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUser2NodeNotify", x => new { x.userId, x.nodeId, x.action });
                    table.ForeignKey(
                        name: "FK_umbracoUser2NodeNotify_umbracoNode_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoUser2NodeNotify_umbracoUser_userId",
                        column: x => x.userId,
                        principalTable: "umbracoUser",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUserData",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    userKey = table.Column<Guid>(type: "uuid", nullable: false),
                    group = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    identifier = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUserData", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "umbracoWebhook",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoWebhook", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "umbracoWebhookLog",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    webhookKey = table.Column<Guid>(type: "uuid", nullable: false),
                    statusCode = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    date = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    eventAlias = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    retryCount = table.Column<int>(type: "integer", nullable: false),
                    requestHeaders = table.Column<string>(type: "text", nullable: false),
                    requestBody = table.Column<string>(type: "text", nullable: true),
                    responseHeaders = table.Column<string>(type: "text", nullable: false),
                    responseBody = table.Column<string>(type: "text", nullable: false),
                    exceptionOccured = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoWebhookLog", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "umbracoWebhookRequest",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    webhookKey = table.Column<Guid>(type: "uuid", nullable: false),
                    eventName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    requestObject = table.Column<string>(type: "text", nullable: true),
                    retryCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoWebhookRequest", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "umbracoExternalLoginToken",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    externalLoginId = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    createDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoExternalLoginToken", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoExternalLoginToken_umbracoExternalLogin_externalLogi~",
                        column: x => x.externalLoginId,
                        principalTable: "umbracoExternalLogin",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoWebhook2ContentTypeKeys",
                columns: table => new
                {
                    webhookId = table.Column<int>(type: "integer", nullable: false),
                    entityKey = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoWebhook2ContentTypeKeys", x => new { x.webhookId, x.entityKey });
                    table.ForeignKey(
                        name: "FK_umbracoWebhook2ContentTypeKeys_umbracoWebhook_webhookId",
                        column: x => x.webhookId,
                        principalTable: "umbracoWebhook",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoWebhook2Events",
                columns: table => new
                {
                    webhookId = table.Column<int>(type: "integer", nullable: false),
                    @event = table.Column<string>(name: "event", type: "character varying(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoWebhook2Events", x => new { x.webhookId, x.@event });
                    table.ForeignKey(
                        name: "FK_umbracoWebhook2Events_umbracoWebhook_webhookId",
                        column: x => x.webhookId,
                        principalTable: "umbracoWebhook",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoWebhook2Headers",
                columns: table => new
                {
                    webhookId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoWebhook2Headers", x => new { x.webhookId, x.Key });
                    table.ForeignKey(
                        name: "FK_umbracoWebhook2Headers_umbracoWebhook_webhookId",
                        column: x => x.webhookId,
                        principalTable: "umbracoWebhook",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoExternalLogin_loginProvider_providerKey",
                table: "umbracoExternalLogin",
                columns: new[] { "loginProvider", "providerKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoExternalLogin_userOrMemberKey_loginProvider",
                table: "umbracoExternalLogin",
                columns: new[] { "userOrMemberKey", "loginProvider" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoExternalLoginToken_externalLoginId_name",
                table: "umbracoExternalLoginToken",
                columns: new[] { "externalLoginId", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoLongRunningOperation_type",
                table: "umbracoLongRunningOperation",
                column: "type");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoTwoFactorLogin_userOrMemberKey_providerName",
                table: "umbracoTwoFactorLogin",
                columns: new[] { "userOrMemberKey", "providerName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUser2NodeNotify_nodeId",
                table: "umbracoUser2NodeNotify",
                column: "nodeId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserData_userKey_group_identifier",
                table: "umbracoUserData",
                columns: new[] { "userKey", "group", "identifier" });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoWebhook_key",
                table: "umbracoWebhook",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoWebhookLog_date",
                table: "umbracoWebhookLog",
                column: "date");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoWebhookLog_webhookKey_date",
                table: "umbracoWebhookLog",
                columns: new[] { "webhookKey", "date" });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoWebhookRequest_webhookKey",
                table: "umbracoWebhookRequest",
                column: "webhookKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "umbracoExternalLoginToken");

            migrationBuilder.DropTable(
                name: "umbracoLongRunningOperation");

            migrationBuilder.DropTable(
                name: "umbracoTwoFactorLogin");

            migrationBuilder.DropTable(
                name: "umbracoUser2NodeNotify");

            migrationBuilder.DropTable(
                name: "umbracoUserData");

            migrationBuilder.DropTable(
                name: "umbracoWebhook2ContentTypeKeys");

            migrationBuilder.DropTable(
                name: "umbracoWebhook2Events");

            migrationBuilder.DropTable(
                name: "umbracoWebhook2Headers");

            migrationBuilder.DropTable(
                name: "umbracoWebhookLog");

            migrationBuilder.DropTable(
                name: "umbracoWebhookRequest");

            migrationBuilder.DropTable(
                name: "umbracoExternalLogin");

            migrationBuilder.DropTable(
                name: "umbracoWebhook");
        }
    }
}
