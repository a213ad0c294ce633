using System.Globalization;
using Site.Core.Hosting.Webhooks;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Web.Hosting.Commands;

/// <summary>The verbs about webhooks. They read and write rows that a running site asks the database for each time, so they may run beside it.</summary>
internal static class WebhookCommands
{
    /// <summary>Runs the verb that the words after <c>webhooks</c> name.</summary>
    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellationToken)
    {
        if (await SiteCommand.FindObstacleAsync(line, cancellationToken) is { } obstacle)
        {
            return await SiteCommand.RefuseAsync(line, obstacle);
        }

        return line switch
        {
            { Words: [_, "list"], Flags: [] } => await ListAsync(line),
            { Words: [_, "secret", var webhook], Flags: [] } => await SecretAsync(line, webhook, rotate: false),
            { Words: [_, "secret", var webhook], Flags: ["--rotate"] } => await SecretAsync(line, webhook, rotate: true),
            { Words: [_, "dead"], Flags: [] } => await DeadAsync(line),
            { Words: [_, "replay", var id], Flags: [] } => await ReplayAsync(line, id),
            { Words: [_, "replay", var webhook], Flags: ["--webhook"] } => await ReplayOfAsync(line, webhook),
            { Words: [_, "replay"], Flags: ["--all"] } => await ReplayAsync(line, line.Get<DeadLetters>().GetAll()),
            _ => await SiteCommand.RefuseUnknownAsync(line),
        };
    }

    private static async Task<int> ListAsync(CommandLine line)
    {
        IReadOnlyDictionary<Guid, int> queued = line.Get<DeliveryQueue>().Read(x => x.CountQueued());
        ILookup<Guid, DeadLetter> dead = line.Get<DeadLetters>().GetAll().ToLookup(x => x.WebhookKey);
        foreach (IWebhook webhook in await WebhooksAsync(line))
        {
            string state = webhook.Enabled ? "enabled " : "disabled";
            string counts = $"{queued.GetValueOrDefault(webhook.Key)} queued, {dead[webhook.Key].Count()} dead";
            await line.Output.WriteLineAsync($"{webhook.Key}  {state}  {counts}  {webhook.Name}  {webhook.Url}  {string.Join(',', webhook.Events)}".ReplaceLineEndings(" "));
        }

        return SiteCommand.Ok;
    }

    private static async Task<int> SecretAsync(CommandLine line, string webhook, bool rotate)
    {
        IWebhook[] found = await FindAsync(line, webhook);
        if (found is not [var one])
        {
            return await RefuseAsync(line, webhook, found);
        }

        WebhookSecrets secrets = line.Get<WebhookSecrets>();
        WebhookSecret secret = rotate ? secrets.Rotate(one.Key) : secrets.Get(one.Key)[0];
        await line.Output.WriteLineAsync(secret.Reveal());
        if (rotate)
        {
            await line.Output.WriteLineAsync($"The one before signs too for {WebhookSecrets.Overlap.TotalHours} hours.");
        }

        return SiteCommand.Ok;
    }

    private static async Task<int> DeadAsync(CommandLine line)
    {
        IReadOnlyList<DeadLetter> letters = line.Get<DeadLetters>().GetAll();
        Dictionary<Guid, string?> names = (await WebhooksAsync(line)).ToDictionary(x => x.Key, x => x.Name);
        foreach (DeadLetter letter in letters)
        {
            string webhook = names.GetValueOrDefault(letter.WebhookKey) is { Length: > 0 } name ? name : letter.WebhookKey.ToString();
            string attempts = letter.Attempts == 1 ? "1 attempt" : $"{letter.Attempts} attempts";
            await line.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{letter.Id}  {letter.Died:yyyy-MM-ddTHH:mm:ssZ}  {webhook}  {letter.EventAlias}  {attempts}  {letter.Reason}").ReplaceLineEndings(" "));
        }

        return letters is [] ? SiteCommand.Ok : SiteCommand.Findings;
    }

    private static Task<int> ReplayAsync(CommandLine line, string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && line.Get<DeadLetters>().GetAll().FirstOrDefault(x => x.Id == number) is { } letter
            ? ReplayAsync(line, [letter])
            : SiteCommand.RefuseAsync(line, $"There is no dead letter {id}. To see them: webhooks dead");

    private static async Task<int> ReplayOfAsync(CommandLine line, string webhook)
    {
        IWebhook[] found = await FindAsync(line, webhook);
        return found is [var one]
            ? await ReplayAsync(line, [.. line.Get<DeadLetters>().GetAll().Where(x => x.WebhookKey == one.Key)])
            : await RefuseAsync(line, webhook, found);
    }

    private static async Task<int> ReplayAsync(CommandLine line, IReadOnlyList<DeadLetter> letters)
    {
        HashSet<Guid> enabled = [.. (await WebhooksAsync(line)).Where(x => x.Enabled).Select(x => x.Key)];
        int[] ids = [.. letters.Where(x => enabled.Contains(x.WebhookKey)).Select(x => x.Id)];
        await line.Output.WriteLineAsync($"{line.Get<DeadLetters>().Replay(ids)} queued again; the site sends them while it runs.");
        if (ids.Length == letters.Count)
        {
            return SiteCommand.Ok;
        }

        await line.Output.WriteLineAsync($"{letters.Count - ids.Length} left, since their webhook is disabled.");
        return SiteCommand.Findings;
    }

    private static async Task<IReadOnlyList<IWebhook>> WebhooksAsync(CommandLine line) =>
        [.. (await line.Get<IWebhookService>().GetAllAsync(0, int.MaxValue)).Items];

    private static async Task<IWebhook[]> FindAsync(CommandLine line, string webhook) => Guid.TryParse(webhook, out Guid key)
        ? [.. (await WebhooksAsync(line)).Where(x => x.Key == key)]
        : [.. (await WebhooksAsync(line)).Where(x => string.Equals(x.Name, webhook, StringComparison.OrdinalIgnoreCase))];

    private static Task<int> RefuseAsync(CommandLine line, string webhook, IWebhook[] found) => SiteCommand.RefuseAsync(line, found is []
        ? $"There is no webhook {webhook}. To see them: webhooks list"
        : $"Several webhooks have this name. Say which: {string.Join(", ", found.Select(x => x.Key))}");
}
