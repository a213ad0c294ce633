using System.Text;
using Site.Core.Hosting.Webhooks;

namespace Site.Tests.Unit.Hosting.Webhooks;

/// <summary>The signature is that of Standard Webhooks.</summary>
public sealed class WebhookSignatureTests
{
    [Fact]
    public void It_is_what_the_specifications_own_libraries_compute()
    {
        var secret = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        byte[] body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");

        string signature = WebhookSignature.Sign([secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body);

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public void Nothing_but_asking_for_it_gives_a_secret_away()
    {
        var secret = WebhookSecret.Create();

        Assert.DoesNotContain("whsec", secret.ToString(), StringComparison.Ordinal);
        Assert.Equal(secret.Reveal(), WebhookSecret.Parse(secret.Reveal()).Reveal());
    }
}
