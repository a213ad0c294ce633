using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Site.Core.Hosting.Webhooks;
using Site.Tests.Support;

namespace Site.Tests.Unit.Hosting.Webhooks;

/// <summary>The receiver's sample in the README takes what the site signs, and refuses what was tampered with or replayed (specs: safety checks, C5).</summary>
public sealed partial class WebhookSampleTests
{
    private const string Body = """{"id":"Ségou"}""";

    private static readonly WebhookSecret _secret = WebhookSecret.Create();

    [Fact]
    public async Task The_sample_of_the_README_takes_what_is_genuine_and_nothing_else()
    {
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        object[] requests =
        [
            Request(now, Body, _secret),
            Request(now, Body, WebhookSecret.Create(), _secret),
            Request(now, Body, WebhookSecret.Create()),
            Request(now, Body + " ", _secret),
            Request(now - 600, Body, _secret),
            Request(now + 600, Body, _secret),
            new { headers = new Dictionary<string, string>(), body = Body },
        ];

        bool[] answers = await AskAsync(requests);

        Assert.Equal([true, true, false, false, false, false, false], answers);
    }

    // As it was signed, but for the body.
    private static object Request(long timestamp, string body, params WebhookSecret[] secrets) => new
    {
        headers = new Dictionary<string, string>
        {
            [WebhookSignature.IdHeader] = "msg_1",
            [WebhookSignature.TimestampHeader] = timestamp.ToString(CultureInfo.InvariantCulture),
            [WebhookSignature.SignatureHeader] = WebhookSignature.Sign(secrets, "msg_1", timestamp, Encoding.UTF8.GetBytes(Body)),
        },
        body,
    };

    private static async Task<bool[]> AskAsync(object[] requests)
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(SiteProcess.RepositoryRoot, "README.md"));
        string program = Sample().Match(readme).Groups[1].Value + $$"""
            const answers = {{JsonSerializer.Serialize(requests)}}.map((x) => isGenuine("{{_secret.Reveal()}}", x.headers, Buffer.from(x.body)));
            console.log(JSON.stringify(answers));
            """;
        using Process node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "--eval", program]) { RedirectStandardOutput = true })!;
        string output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<bool[]>(output)!;
    }

    [GeneratedRegex("```js\\n(import \\{ createHmac.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
