using System.Globalization;
using Site.Core.Delivery.Keys;
using Site.Core.Hosting.Delivery;
using Site.Core.Hosting.Runtime;
using Site.Core.Organisations;

namespace Site.Web.Hosting.Commands;

/// <summary>The verbs <c>keys …</c>. They write a row, also while the site runs, which heeds it within seconds.</summary>
internal static class KeyCommands
{
    /// <summary>Runs one of them.</summary>
    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellationToken)
    {
        KeyArguments arguments;
        try
        {
            arguments = KeyArguments.Parse(line.Arguments);
        }
        catch (FormatException exception)
        {
            return await SiteCommand.RefuseAsync(line, exception.Message);
        }

        if (await SiteCommand.FindObstacleAsync(line, cancellationToken) is { } obstacle)
        {
            return await SiteCommand.RefuseAsync(line, obstacle);
        }

        return arguments switch
        {
            { Verb: "add", Operand: { } name } => await AddAsync(line, arguments, name, cancellationToken),
            { Verb: "rotate", Operand: { } name } => await RotateAsync(line, name, arguments.Overlap),
            { Verb: "revoke", Operand: { } nameOrPrefix } => await RevokeAsync(line, nameOrPrefix),
            _ => await ListAsync(line, cancellationToken),
        };
    }

    private static async Task<int> AddAsync(CommandLine line, KeyArguments arguments, string name, CancellationToken cancellationToken)
    {
        if (!DeliveryApiKeys.IsName(name))
        {
            return await SiteCommand.RefuseAsync(line, $"\"{name}\" is no name. {DeliveryApiKeys.NameRule}");
        }

        if (arguments.Expires <= line.Get<TimeProvider>().GetUtcNow().UtcDateTime)
        {
            return await SiteCommand.RefuseAsync(line, string.Create(CultureInfo.InvariantCulture, $"{arguments.Expires:yyyy-MM-dd'T'HH:mm'Z'} is over."));
        }

        List<Guid> organisations = [];
        if (arguments.Organisations.Count > 0 && !await SiteCommand.StartAsync(line, RuntimeMode.ReadOnly, cancellationToken))
        {
            return SiteCommand.Findings;
        }

        foreach (string text in arguments.Organisations)
        {
            if (await line.Get<OrganisationNames>().FindAsync(text) is not { } organisation)
            {
                return await SiteCommand.RefuseAsync(line, $"There is no organisation \"{text}\". Name one by its URL segment, such as ap-mali, or by its key.");
            }

            organisations.Add(organisation);
        }

        return await PrintAsync(line, name, line.Get<DeliveryApiKeys>().Add(name, organisations, arguments.Preview, arguments.Expires));
    }

    private static async Task<int> RotateAsync(CommandLine line, string name, TimeSpan overlap)
    {
        DeliveryApiSecret secret = line.Get<DeliveryApiKeys>().Rotate(name, overlap);
        int exitCode = await PrintAsync(line, name, secret);
        DateTime end = line.Get<TimeProvider>().GetUtcNow().UtcDateTime + overlap;
        await line.Output.WriteLineAsync(overlap == TimeSpan.Zero ? "The old key opens nothing any more." : $"The old key is valid until {Format(end)} at the latest.");
        return exitCode;
    }

    private static async Task<int> PrintAsync(CommandLine line, string name, DeliveryApiSecret secret)
    {
        await line.Output.WriteLineAsync(secret.Text);
        await line.Output.WriteLineAsync($"This is the key of {name}. It is shown this once: the database keeps only its hash. It is sent in the header Api-Key.");
        return SiteCommand.Ok;
    }

    private static async Task<int> RevokeAsync(CommandLine line, string nameOrPrefix)
    {
        IReadOnlyList<string> revoked = line.Get<DeliveryApiKeys>().Revoke(nameOrPrefix);
        await line.Output.WriteLineAsync(revoked.Count == 0
            ? $"There is no key of the name or with the prefix {nameOrPrefix} that is not revoked already."
            : $"Revoked {string.Join(", ", revoked)}.");
        return revoked.Count == 0 ? SiteCommand.Findings : SiteCommand.Ok;
    }

    private static async Task<int> ListAsync(CommandLine line, CancellationToken cancellationToken)
    {
        IReadOnlyList<DeliveryApiKey> keys = line.Get<DeliveryApiKeys>().GetAll();
        if (keys.Any(x => x.Organisations.Count > 0) && !await SiteCommand.StartAsync(line, RuntimeMode.ReadOnly, cancellationToken))
        {
            return SiteCommand.Findings;
        }

        DateTime now = line.Get<TimeProvider>().GetUtcNow().UtcDateTime;
        OrganisationNames names = line.Get<OrganisationNames>();
        foreach (DeliveryApiKey key in keys)
        {
            string organisations = key.Organisations.Count == 0 ? "all" : string.Join(',', await Task.WhenAll(key.Organisations.Select(names.GetNameAsync)));
            await line.Output.WriteLineAsync(
                $"{key.Name}  {key.Prefix}  {key.StateAt(now).ToString().ToLowerInvariant()}  organisations: {organisations}  preview: {(key.AllowsPreview ? "yes" : "no")}"
                + $"  created: {Format(key.Created)}  expires: {Format(key.Expires)}  last used: {Format(key.LastUsed)}");
        }

        return SiteCommand.Ok;
    }

    private static string Format(DateTime? utc) => utc?.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture) ?? "never";
}
