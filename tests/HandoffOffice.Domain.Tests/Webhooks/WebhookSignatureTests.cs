using HandoffOffice.Domain.Webhooks;
using Xunit;

namespace HandoffOffice.Domain.Tests.Webhooks;

/// <summary>What is sent can be told from what somebody else sends (C78, Standard Webhooks).</summary>
[Trait("Capability", "C78")]
public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Body = """{"test": 2432232314}""";

    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void The_published_example_has_the_published_signature() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookSignature.Of(Secret, Id, At, Body));

    [Fact]
    public void Another_id_time_body_or_secret_has_another_signature()
    {
        string[] others =
        [
            WebhookSignature.Of(Secret, Id, At, Body),
            WebhookSignature.Of(Secret, $"{Id}2", At, Body),
            WebhookSignature.Of(Secret, Id, At.AddSeconds(1), Body),
            WebhookSignature.Of(Secret, Id, At, $"{Body} "),
            WebhookSignature.Of(WebhookSignature.Secret(new byte[WebhookSignature.KeyBytes]), Id, At, Body),
        ];
        Assert.Equal(others.Length, others.Distinct().Count());
    }

    [Fact]
    public void A_key_is_told_in_the_form_that_receivers_take() =>
        Assert.Equal("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", WebhookSignature.Secret([.. Enumerable.Range(0, 24).Select(n => (byte)n)]));

    [Theory]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_not base64")]
    public void What_is_no_secret_signs_nothing(string secret) => Assert.Throws<FormatException>(() => WebhookSignature.Of(secret, Id, At, Body));
}
