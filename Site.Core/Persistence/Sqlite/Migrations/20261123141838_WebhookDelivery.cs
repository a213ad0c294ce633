using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Site.Core.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WebhookDelivery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_umbracoWebhookRequest_webhookKey",
                table: "umbracoWebhookRequest");

            migrationBuilder.AddColumn<DateTime>(
                name: "createDate",
                table: "umbracoWebhookRequest",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "dueDate",
                table: "umbracoWebhookRequest",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "key",
                table: "umbracoWebhookRequest",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            // What waits already gets an id of its own each: receivers would take two with the same for one.
            migrationBuilder.Sql(
                """
                UPDATE "umbracoWebhookRequest" SET
                    "key" = hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
                        || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)),
                    "createDate" = strftime('%Y-%m-%d %H:%M:%S', 'now'),
                    "dueDate" = strftime('%Y-%m-%d %H:%M:%S', 'now');
                """);

            migrationBuilder.CreateTable(
                name: "siteWebhookDeadLetter",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    webhookKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    eventName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    requestObject = table.Column<string>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    createDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    deadDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_siteWebhookDeadLetter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "siteWebhookSecret",
                columns: table => new
                {
                    webhookKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    secret = table.Column<string>(type: "TEXT", nullable: false),
                    previousSecret = table.Column<string>(type: "TEXT", nullable: true),
                    previousUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_siteWebhookSecret", x => x.webhookKey);
                });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoWebhookRequest_webhookKey_id",
                table: "umbracoWebhookRequest",
                columns: new[] { "webhookKey", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_siteWebhookDeadLetter_deadDate",
                table: "siteWebhookDeadLetter",
                column: "deadDate");

            migrationBuilder.CreateIndex(
                name: "IX_siteWebhookDeadLetter_webhookKey",
                table: "siteWebhookDeadLetter",
                column: "webhookKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "siteWebhookDeadLetter");

            migrationBuilder.DropTable(
                name: "siteWebhookSecret");

            migrationBuilder.DropIndex(
                name: "IX_umbracoWebhookRequest_webhookKey_id",
                table: "umbracoWebhookRequest");

            migrationBuilder.DropColumn(
                name: "createDate",
                table: "umbracoWebhookRequest");

            migrationBuilder.DropColumn(
                name: "dueDate",
                table: "umbracoWebhookRequest");

            migrationBuilder.DropColumn(
                name: "key",
                table: "umbracoWebhookRequest");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoWebhookRequest_webhookKey",
                table: "umbracoWebhookRequest",
                column: "webhookKey");
        }
    }
}
