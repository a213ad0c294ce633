using System.Net;
using Site.Core.Hosting.Outbound;
using Site.Tests.Contract.Webhooks;

namespace Site.Tests.Unit.Hosting.Outbound;

/// <summary>Whom the site's own requests reach when somebody really listens there (specs: safety checks, C4).</summary>
public sealed class OutboundHandlerTests : IAsyncLifetime
{
    private static readonly IPNetwork[] _loopback = [IPNetwork.Parse("127.0.0.1/32")];

    private WebhookReceiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await WebhookReceiver.StartAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Nobody_on_this_machine_by_whatever_name(string host)
    {
        using var client = new HttpClient(OutboundHandler.Create([]));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync($"http://{host}:{_receiver.Port}/"));

        Assert.Empty(_receiver.Received);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    public async Task Whom_the_settings_allow(string host)
    {
        using var client = new HttpClient(OutboundHandler.Create(_loopback));

        using HttpResponseMessage response = await client.GetAsync($"http://{host}:{_receiver.Port}/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(_receiver.Received);
    }

    [Fact]
    public async Task A_name_that_resolves_to_another_address_the_next_time_gains_nothing()
    {
        Queue<string> answers = new(["127.0.0.1", "127.0.0.2"]);
        using var client = new HttpClient(OutboundHandler.Create(_loopback, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Dequeue())])));
        client.DefaultRequestHeaders.ConnectionClose = true;

        using HttpResponseMessage first = await client.GetAsync($"http://rebinding.example:{_receiver.Port}/");
        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync($"http://rebinding.example:{_receiver.Port}/"));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains(OutboundOptions.AllowedNetworksKey, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(answers);
        Assert.Single(_receiver.Received);
    }

    [Fact]
    public async Task A_redirect_is_given_back_and_not_followed()
    {
        _receiver.Status = 302;
        _receiver.AnswerHeaders["Location"] = _receiver.Url;
        _receiver.AnswerHeaders["Set-Cookie"] = "a=b";
        using var client = new HttpClient(OutboundHandler.Create(_loopback));

        using HttpResponseMessage first = await client.GetAsync(_receiver.Url);
        using HttpResponseMessage second = await client.GetAsync(_receiver.Url);

        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.Equal(2, _receiver.Received.Count);
        Assert.False(_receiver.Received[1].Headers.ContainsKey("Cookie"));
    }

    [Theory]
    [InlineData("http://user:secret@127.0.0.1:{0}/")]
    [InlineData("http://user@127.0.0.1:{0}/")]
    [InlineData("ws://127.0.0.1:{0}/")]
    [InlineData("ftp://127.0.0.1:{0}/")]
    [InlineData("http://127.0.0.1:25/")]
    [InlineData("http://127.0.0.1:22/")]
    [InlineData("https://127.0.0.1:1023/")]
    public async Task Nobody_with_another_scheme_a_password_in_the_address_or_a_port_that_is_not_for_HTTP(string url)
    {
        using var client = new HttpClient(OutboundHandler.Create(_loopback));

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(string.Format(null, url, _receiver.Port)));

        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("refused", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_receiver.Received);
    }

    [Fact]
    public async Task An_answer_with_endless_headers_is_not_read()
    {
        _receiver.AnswerHeaders["X-Long"] = new string('x', 20_000);
        using var client = new HttpClient(OutboundHandler.Create(_loopback));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(_receiver.Url));
    }
}
