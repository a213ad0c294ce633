using Site.Tests.Support;
using Site.Web.Hosting.Commands;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Contract.Webhooks;

/// <summary>The verbs about webhooks, on both engines.</summary>
public abstract class WebhookCommandTests(SiteFixture site) : WebhookScenario(site)
{
    [Fact]
    public async Task The_list_says_what_is_queued_and_what_is_dead()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 410;
        IWebhook gone = await AddAsync(receiver.Url, x => x.Name = "Miroir");
        IWebhook waiting = await AddAsync("https://example.org/hook");
        await QueueAsync(gone, 1);
        await DeliverAsync();
        await QueueAsync(waiting, 2, 3);

        (int code, string output) = await RunAsync("webhooks", "list");

        Assert.Equal(0, code);
        Assert.Contains($"{gone.Key}  disabled  0 queued, 1 dead  Miroir  {receiver.Url}  {Event}", output, StringComparison.Ordinal);
        Assert.Contains($"{waiting.Key}  enabled   2 queued, 0 dead", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_is_printed_by_name_and_by_key_and_made_anew_when_asked()
    {
        IWebhook webhook = await AddAsync("https://example.org/hook", x => x.Name = "Partenaire");

        (int code, string first) = await RunAsync("webhooks", "secret", "partenaire");
        (_, string again) = await RunAsync("webhooks", "secret", webhook.Key.ToString());
        (_, string rotated) = await RunAsync("webhooks", "secret", "Partenaire", "--rotate");
        (_, string after) = await RunAsync("webhooks", "secret", "Partenaire");

        Assert.Equal(0, code);
        Assert.Matches(@"^whsec_\S+\s*$", first);
        Assert.Equal(first, again);
        Assert.StartsWith(after.TrimEnd(), rotated, StringComparison.Ordinal);
        Assert.Contains("24 hours", rotated, StringComparison.Ordinal);
        Assert.NotEqual(first, after);
    }

    [Fact]
    public async Task The_program_beside_a_running_site_gives_the_secret_with_which_the_site_signs()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url);
        var program = new SiteProgram(Site.Database);

        CommandResult made = await program.RunAsync("webhooks", "secret", webhook.Key.ToString(), "--rotate");
        await QueueAsync(webhook, 1);
        await DeliverAsync();

        Assert.True(made.ExitCode == 0, made.Output);
        Assert.True(Assert.Single(receiver.Received).IsSignedWith(made.Output.Split('\n').Single(x => x.StartsWith("whsec_", StringComparison.Ordinal)).Trim()));
    }

    [Fact]
    public async Task Dead_letters_are_listed_and_replayed_one_by_one_by_webhook_and_all()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook one = await AddAsync(receiver.Url, x => x.Name = "Un");
        IWebhook two = await AddAsync(receiver.Url, x => x.Name = "Deux");
        Assert.Equal((0, string.Empty), await RunAsync("webhooks", "dead"));
        await QueueAsync(one, 1, 2, 3);
        await QueueAsync(two, 4, 5);
        await KillAsync(one, two);
        int first = Dead(one)[0].Id;

        (int found, string output) = await RunAsync("webhooks", "dead");
        Assert.Equal((1, 5), (found, output.Split('\n').Count(x => x.Contains("The webhook is disabled.", StringComparison.Ordinal))));
        Assert.Matches($@"(?m)^{first}  \d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ  Un  {Event}  0 attempts  ", output);

        Assert.Equal((0, 2), (await CodeAsync("webhooks", "replay", $"{first}"), Dead(one).Length));
        Assert.Equal((0, 0), (await CodeAsync("webhooks", "replay", "--webhook", "deux"), Dead(two).Length));
        Assert.Equal((0, 0), (await CodeAsync("webhooks", "replay", "--all"), Letters.GetAll().Count));
        await DeliverAsync();
        Assert.Equal(["1", "2", "3", "4", "5"], Numbers(receiver).Order());
    }

    [Fact]
    public async Task What_a_disabled_webhook_would_get_is_left_among_the_dead()
    {
        IWebhook webhook = await AddAsync("https://example.org/hook");
        await QueueAsync(webhook, 1);
        await KillAsync(webhook);
        webhook.Enabled = false;
        await Webhooks.UpdateAsync(webhook);

        (int code, string output) = await RunAsync("webhooks", "replay", "--all");

        Assert.Equal(1, code);
        Assert.Contains("1 left", output, StringComparison.Ordinal);
        Assert.Single(Dead(webhook));
    }

    [Theory]
    [InlineData("There is no webhook", "webhooks", "secret", "Personne")]
    [InlineData("There is no webhook", "webhooks", "replay", "--webhook", "5e0f0b3e-7a7b-4c39-9a44-3f1a0d4ad001")]
    [InlineData("There is no dead letter", "webhooks", "replay", "4711")]
    [InlineData("There is no dead letter", "webhooks", "replay", "x")]
    [InlineData("Unknown: webhooks", "webhooks")]
    [InlineData("Unknown: webhooks replay", "webhooks", "replay")]
    [InlineData("Unknown: webhooks secret Un --force", "webhooks", "secret", "Un", "--force")]
    public async Task What_cannot_be_meant_is_refused(string reason, params string[] arguments)
    {
        (int code, string output) = await RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.StartsWith(reason, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_two_webhooks_have_is_refused_with_their_keys()
    {
        IWebhook one = await AddAsync("https://example.org/1", x => x.Name = "Double");
        IWebhook two = await AddAsync("https://example.org/2", x => x.Name = "Double");

        (int code, string output) = await RunAsync("webhooks", "secret", "Double");

        Assert.Equal(2, code);
        Assert.Contains(one.Key.ToString(), output, StringComparison.Ordinal);
        Assert.Contains(two.Key.ToString(), output, StringComparison.Ordinal);
    }

    // Disabled webhooks get nothing; then they are enabled again.
    private async Task KillAsync(params IWebhook[] webhooks)
    {
        foreach (bool enabled in new[] { false, true })
        {
            foreach (IWebhook webhook in webhooks)
            {
                webhook.Enabled = enabled;
                await Webhooks.UpdateAsync(webhook);
            }

            if (!enabled)
            {
                await DeliverAsync();
            }
        }
    }

    private async Task<int> CodeAsync(params string[] arguments) => (await RunAsync(arguments)).Code;

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        int code = await SiteCommand.RunAsync(CommandLine.Parse(arguments, Site.Services, output), CancellationToken.None);
        return (code, output.ToString());
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSite site) : WebhookCommandTests(site), IClassFixture<SqliteSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSite site) : WebhookCommandTests(site), IClassFixture<PostgresSite>;
}
